/** The facts that the head of every page states. */
export interface PageFacts {
  title: string;
  description: string;
  /** Below the home page: `rd17-3/273/`. */
  path: string;
  /** W3C date, or date and time. */
  modified: string;
  /** The page's own share image, 1200 × 630 px. */
  card?: { path: string; alt: string };
  /** False for the error page, which has no address of its own and which no search engine should list. */
  listed?: false;
  /** The path of the feed of new letters that the page announces. */
  feed?: string | undefined;
}
