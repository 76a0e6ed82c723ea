/** http and https only, and no punctuation that ends the sentence. */
const link = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}]/g;

/** Text with its links; nothing in it is ever read as HTML. */
export function Linked({ text }: { text: string }) {
  const parts: (string | { url: string })[] = [];
  let end = 0;
  for (const match of text.matchAll(link)) {
    parts.push(text.slice(end, match.index), { url: match[0] });
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return (
    <>
      {parts.map((part, index) =>
        typeof part === "string" ? (
          part
        ) : (
          <a key={index} href={part.url} target="_blank" rel="noopener noreferrer nofollow ugc">
            {part.url}
          </a>
        ),
      )}
    </>
  );
}
