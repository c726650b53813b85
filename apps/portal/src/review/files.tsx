import type { ModelFile } from "@countersign/domain";
import { Digest, Icon } from "@countersign/ui";
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
    <div className="overflow-x-auto" role="region" aria-label={label} tabIndex={0}>
      <table className="w-full border-collapse text-left text-[14px]">
        <thead>
          <tr className="text-[13px] text-muted">
            <th className="py-1 font-normal">{say("What")}</th>
            <th className="py-1 font-normal">{say("File")}</th>
            <th className="py-1 pr-3 text-right font-normal">{say("Bytes")}</th>
            <th className="py-1 font-normal">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={`${file.role}${file.path}`} className="border-t border-hair">
              <td className="py-1 pr-3 font-[550] whitespace-nowrap">
                <Icon name="file" className="mr-1 size-4 text-muted" />
                {href ? (
                  <a className="link" href={href}>
                    {say(fileRoleWords[file.role] ?? file.role)}
                  </a>
                ) : (
                  say(fileRoleWords[file.role] ?? file.role)
                )}
              </td>
              <td className="py-1 pr-3">{file.path}</td>
              <td className="py-1 pr-3 text-right font-mono">{say.count(file.size)}</td>
              <td className="py-1 font-mono text-[13px] whitespace-nowrap">
                <Digest sha256={file.sha256} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
