import { getDocumentProxy } from "unpdf";

/**
 * The texts each page of a PDF shows, in page order, one per line, as Mozilla's reader finds them: whoever can't find
 * them there can't copy or search them either. Another program than the one that wrote the file.
 */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  // The reader keeps the bytes it is given; it gets its own.
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? item.str : [])).join("\n"));
  }
  return pages;
}
