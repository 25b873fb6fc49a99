// Takes a certificate with its key from a PKCS#12 file; the password goes with it and is kept nowhere.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { addCertificate, type HomeSeal, listSeals } from '#modules/documents/sealing/certificate.contract.ts'
import { useWrite } from '../../../core/query.ts'
import { Bdi } from '../../../kit/bdi.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { FileDrop } from '../../../kit/file-drop.tsx'
import { Form } from '../../../kit/form.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'

const mostBytes = 500_000

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

export function KeyFileDialog({ home, onClose }: { home: HomeSeal; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Dialog isOpen onClose={onClose} title={t`Add a certificate file`}>
      <KeyFileForm home={home} onClose={onClose} />
    </Dialog>
  )
}

function KeyFileForm({ home, onClose }: { home: HomeSeal; onClose: () => void }) {
  const { t } = useLingui()
  const add = useWrite(addCertificate, { refreshes: [listSeals] })
  const [file, setFile] = useState<File | null>(null)
  const form = useForm({
    initial: { password: '' },
    check: () => ({ file: file ? undefined : t`Choose the file.` }),
    onSubmit: async ({ password }) => {
      await add.mutateAsync({ params: { id: home.id }, body: { file: await base64Of(file!), password } })
      toast({ text: t`The certificate is in use.` })
      onClose()
    },
  })
  return (
    <Form form={form} submitLabel={t`Use this certificate`} onCancel={onClose}>
      <p className="text-sm text-muted">
        <Trans>
          The file that the authority gave to <Bdi>{home.name}</Bdi>, with its private key. The key is kept encrypted on
          this server and never shown again; the one in use until now is deleted.
        </Trans>
      </p>
      <FileDrop
        label={t`Certificate with key (PKCS#12)`}
        help={file ? <Bdi>{file.name}</Bdi> : t`A file that ends in .p12 or .pfx`}
        accept={['.p12', '.pfx', 'application/x-pkcs12']}
        maxBytes={mostBytes}
        onFiles={([chosen]) => setFile(chosen ?? null)}
        error={form.errors.file ?? null}
      />
      <TextField label={t`Password of the file`} type="password" autoComplete="off" {...form.field('password')} />
    </Form>
  )
}
