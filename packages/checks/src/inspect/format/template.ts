/** Names a chat template may call, filter by, or reach into. What every published template uses; others are refused. */
const calls = new Set("range namespace raise_exception strftime_now loop cycle".split(" "));
const methods = new Set(
  "strip lstrip rstrip split rsplit startswith endswith upper lower title capitalize replace items keys values get append pop update join index count".split(
    " ",
  ),
);
const filters = new Set(
  "trim tojson string int float length count default d join upper lower title capitalize list first last items map select selectattr reject rejectattr replace indent sort unique sum min max abs round safe reverse dictsort batch".split(
    " ",
  ),
);
const roots =
  /\b(self|cycler|joiner|lipsum|config|request|url_for|get_flashed_messages|g|application|import|include|from|extends|call)\b/;

const unescape = (text: string): string =>
  text.replaceAll(/\\x([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\([0-7]{1,3})/g, (_, x?: string, u?: string, o?: string) =>
    String.fromCharCode(o === undefined ? Number.parseInt(x ?? u ?? "0", 16) : Number.parseInt(o, 8)),
  );

/** What a Jinja template does beyond laying out messages, or null. It is read, never rendered. */
export function templateFault(template: string): string | null {
  if (template.length > 1_000_000) return "is longer than a chat template can be";
  for (const [, expression = "", statement = ""] of template.matchAll(/\{\{([\s\S]*?)\}\}|\{%([\s\S]*?)%\}/g)) {
    const code = expression || statement;
    for (const [literal] of code.matchAll(/'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/g))
      if (/__|^_|_$/.test(unescape(literal.slice(1, -1))))
        return "writes a name with underscores as text, which reaches Python's internals";
    const bare = code.replaceAll(/'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/g, '""');
    if (/__|\.\s*_/.test(bare)) return "reaches for Python's internals";
    const root = roots.exec(bare);
    if (root && !/^\s*-?\s*(macro|endcall)\b/.test(bare))
      return `uses ${root[1] ?? ""}, which a chat template has no need of`;
    for (const [, pipe = ""] of bare.matchAll(/\|\s*(\w+)/g)) if (!filters.has(pipe)) return `uses the filter ${pipe}`;
    const macros = new Set([...template.matchAll(/\{%-?\s*macro\s+(\w+)/g)].map(([, name]) => name));
    for (const [, dot, name = ""] of bare.matchAll(/(\.\s*)?\b(\w+)\s*\(/g)) {
      if (
        dot
          ? !methods.has(name)
          : !calls.has(name) &&
            !filters.has(name) &&
            !macros.has(name) &&
            !/^(if|elif|and|or|not|in|is|set|for|else|return)$/.test(name)
      )
        return `calls ${name}`;
    }
  }
  return null;
}
