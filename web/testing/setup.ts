// Before every test file: the style sheet, as sizes and visibility matter in a real browser.
import '../styles.css'
