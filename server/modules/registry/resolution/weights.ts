// Weights of the features in scoring.ts: logistic regression over labelled affiliation strings, kept as plain numbers.

export const WEIGHTS = {
  bias: -1, missing: -6, missingSum: -1, hasMissing: -1, blurred: -4, transliterated: 0, typo: 0, gap: -2, crossings: -0.3, disordered: -0.5,
  otherNumber: -2, left: -1.5, right: -1.5, leftUnit: -0.1, rightUnit: -0.2, hasLeft: 0, hasRight: 0, outside: 0, whole: 1.5, bare: 0, bareWeak: -0.5,
  unitsNamed: 0, acronym: -1.5, acronymInCapitals: 0.5, acronymWhole: 0, acronymCountry: 0.8, former: 0, alias: 0, weight: 1, light: -2, lightPlaced: 1.5,
  oneWord: -0.7, countryAgrees: 0.8, countryDiffers: -3, cityAgrees: 0.8, cityInName: 0.4, cityDiffers: -0.3, domainAgrees: 2, acronymBeside: 1, margin: 1,
  behind: -3, close: -0.5, namesakes: -0.3, hasNamesakes: -1.5, overlap: -1.5, otherNamed: -0.2, otherStronger: -0.3, otherEarlier: 0, parentNamed: 0,
  childNamed: 0, closed: -0.3, succeeded: 0, literal: 0, share: 0, bareShare: 0, lightBeside: 0, otherType: 0, bareOtherType: 0, gram: 0, gramMissing: 0,
}
