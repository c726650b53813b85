import type { ModelFile } from "@countersign/domain";
import { Digest, Icon, ScrollTable } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";

/** What the files of a version are called. */
export const fileRoleWords: Record<string, string> = {
  train: msg("Training data"),
  test: msg("Test data"),
  predictions: msg("Supplied predictions"),
  card: msg("Model card"),
  datasheet: msg("Datasheet"),
  reported: msg("Reported metrics"),
  parameters: msg("Parameters"),
  requirements: msg("Requirements"),
};

/** Files by digest. `href`: where they are read, where that is not beside the table. */
export function FileTable({ files, label, href }: { files: ModelFile[]; label: string; href?: string | null }) {
  const say = useSay();
  return (
    <ScrollTable
      label={label}
      head={[say("What"), say("File"), { text: say("Bytes"), right: true }, "SHA-256"]}
      className="max-sm:[&_thead]:sr-only"
    >
      {files.map((file) => (
        <tr
          key={`${file.role}${file.path}`}
          className="border-t border-hair max-sm:grid max-sm:grid-cols-[auto_1fr] max-sm:py-1 [&>td]:max-sm:py-0.5"
        >
          <td className="py-1 pr-3 font-[550] whitespace-nowrap max-sm:col-span-2">
            <Icon name="file" className="mr-1 size-4 text-muted" />
            {href ? (
              <a className="link" href={href}>
                {say(fileRoleWords[file.role] ?? file.role)}
              </a>
            ) : (
              say(fileRoleWords[file.role] ?? file.role)
            )}
          </td>
          <td className="py-1 pr-3 max-sm:col-span-2 max-sm:[overflow-wrap:anywhere]">{file.path}</td>
          <td className="py-1 pr-3 text-right font-mono">{say.count(file.size)}</td>
          <td className="py-1 font-mono text-[13px] whitespace-nowrap">
            <Digest sha256={file.sha256} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
