import { readFileSync } from 'node:fs';
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** PDFium as WebAssembly: the reader of PDFs that Chromium has. */
const PROGRAM = 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm';

/** Constants of PDFium's `fpdf_edit.h` and `fpdfview.h`. */
const TEXT = 1;
const BGRA = 4;
const REVERSE_BYTE_ORDER = 0x10;
const WHITE = 0xffffffff;

/** The bytes of the longest name of a mark that is read, in UTF-16. */
const NAME_BYTES = 64;

let known: Promise<WrappedPdfiumModule> | undefined;

async function load(): Promise<WrappedPdfiumModule> {
  // Loaded here, since most commands read no PDF.
  const { init } = await import('@embedpdf/pdfium');
  const pdfium = await init({ wasmBinary: new Uint8Array(readFileSync(PROGRAM)).buffer });
  pdfium.FPDF_InitLibrary();
  return pdfium;
}

/** Lets `use` work on an open PDF. Throws if the bytes are no PDF. */
async function withDocument<T>(
  pdf: Uint8Array,
  use: (pdfium: WrappedPdfiumModule, document: number) => T,
): Promise<T> {
  const pdfium = await (known ??= load());
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const bytes = malloc(pdf.length);
  pdfium.pdfium.HEAPU8.set(pdf, bytes);
  const document = pdfium.FPDF_LoadMemDocument(bytes, pdf.length, '');
  try {
    if (document === 0) throw new Error(`PDFium cannot open it: ${pdfium.FPDF_GetLastError()}`);
    return use(pdfium, document);
  } finally {
    pdfium.FPDF_CloseDocument(document);
    free(bytes);
  }
}

/** Reads a text that a function of PDFium writes into `length` bytes, as UTF-16. */
function readText({ pdfium }: WrappedPdfiumModule, length: number, write: (at: number) => unknown) {
  const at = pdfium.wasmExports.malloc(length);
  write(at);
  const text = pdfium.UTF16ToString(at);
  pdfium.wasmExports.free(at);
  return text;
}

/** Returns true if an object is drawn without being part of the document, such as a page number. */
function isArtifact(pdfium: WrappedPdfiumModule, object: number): boolean {
  for (let index = pdfium.FPDFPageObj_CountMarks(object) - 1; index >= 0; index--) {
    const mark = pdfium.FPDFPageObj_GetMark(object, index);
    const name = readText(pdfium, NAME_BYTES + 4, (at) =>
      pdfium.FPDFPageObjMark_GetName(mark, at, NAME_BYTES, at + NAME_BYTES),
    );
    if (name === 'Artifact') return true;
  }
  return false;
}

/** The words of a page in the order of the document, without artifacts. */
function pageWords(pdfium: WrappedPdfiumModule, page: number): string {
  const textPage = pdfium.FPDFText_LoadPage(page);
  let words = '';
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index++) {
    const object = pdfium.FPDFPage_GetObject(page, index);
    if (pdfium.FPDFPageObj_GetType(object) !== TEXT || isArtifact(pdfium, object)) continue;
    const length = pdfium.FPDFTextObj_GetText(object, textPage, 0, 0);
    words += readText(pdfium, length, (at) =>
      pdfium.FPDFTextObj_GetText(object, textPage, at, length),
    );
  }
  pdfium.FPDFText_ClosePage(textPage);
  return words;
}

/** The words of each page of a PDF, as PDFium reads them back, without artifacts such as page numbers. */
export const readPages = (pdf: Uint8Array): Promise<string[]> =>
  withDocument(pdf, (pdfium, document) =>
    Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) => {
      const page = pdfium.FPDF_LoadPage(document, index);
      const words = pageWords(pdfium, page);
      pdfium.FPDF_ClosePage(page);
      return words;
    }),
  );

/**
 * Paints the first page of a PDF in `width` by `height` pixels; returns them row by row, each as its bytes red,
 * green, blue and alpha.
 */
export const paintPage = (pdf: Uint8Array, width: number, height: number): Promise<Uint8Array> =>
  withDocument(pdf, (pdfium, document) => {
    const page = pdfium.FPDF_LoadPage(document, 0);
    const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRA, 0, 0);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, REVERSE_BYTE_ORDER);
    const at = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const pixels = pdfium.pdfium.HEAPU8.slice(at, at + width * height * 4);
    pdfium.FPDFBitmap_Destroy(bitmap);
    pdfium.FPDF_ClosePage(page);
    return pixels;
  });
