const token =
  /(?<comment>\/\/.*)|(?<string>"(?:[^"\\]|\\.)*")|(?<word>\b(?:import|from|const|new|export|async|await|function|return|try|catch)\b)|(?<number>\b\d+\b)/g;

const looks = { comment: "json-punct", string: "json-string", word: "json-key", number: "json-number" };

/** JavaScript, coloured as much as its words, strings and comments allow. */
export function CodeText({ code }: { code: string }) {
  const parts: React.ReactNode[] = [];
  let done = 0;
  for (const match of code.matchAll(token)) {
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    parts.push(code.slice(done, match.index));
    parts.push(
      <span key={match.index} className={looks[kind as keyof typeof looks]}>
        {match[0]}
      </span>,
    );
    done = match.index + match[0].length;
  }
  return (
    <pre className="whitespace-pre">
      {parts}
      {code.slice(done)}
    </pre>
  );
}
