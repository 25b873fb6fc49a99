// The place for files that the settings name.
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { FileStorage } from './files.ts'
import { createFolderStorage } from './folder-storage.ts'
import { createS3Storage } from './s3-storage.ts'

type Settings = Pick<Config, 'storageFolder' | 'storageBucket' | 's3AccessKey' | 's3SecretKey' | 's3Region'>

export function createFileStorage(config: Settings): FileStorage {
  if (config.storageBucket === null) return createFolderStorage(config.storageFolder)
  const keys = { region: config.s3Region, accessKey: config.s3AccessKey, secretKey: config.s3SecretKey }
  return createS3Storage({ ...config.storageBucket, ...keys }, join(config.storageFolder, 'incoming'))
}
