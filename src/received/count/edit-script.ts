/** A stretch of `from` that another text has not, and what stands there instead; ends are exclusive. */
export interface Hunk {
  from: number;
  to: number;
  readFrom: number;
  readTo: number;
}

/** More single edits than a text and a faulty reading of it have; memory grows with their square. */
const MOST_EDITS = 2000;

/**
 * The fewest characters to take away from `source` and to put in so that `read` results, by Myers'
 * algorithm (An O(ND) Difference Algorithm and Its Variations, 1986). `''` in `source` is equal to
 * nothing. Undefined where more than `MOST_EDITS` are needed.
 */
export function editScript(source: string[], read: string[]): Hunk[] | undefined {
  const [n, m] = [source.length, read.length];
  const same = (x: number, y: number) => source[x] !== '' && source[x] === read[y];
  let start = 0;
  while (start < n && start < m && same(start, start)) start++;
  /** For each number of edits: the furthest `x` on the diagonals -edits … edits. */
  const reached: Int32Array[] = [];
  const most = Math.min(MOST_EDITS, n + m - 2 * start);
  for (let edits = 0; edits <= most; edits++) {
    const last = reached[edits - 1];
    const row = new Int32Array(2 * edits + 1);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = last ? furthest(last, edits, diagonal) : start;
      while (x < n && x - diagonal < m && same(x, x - diagonal)) x++;
      row[diagonal + edits] = x;
      if (x >= n && x - diagonal >= m) {
        reached.push(row);
        return hunksOf(reached, n, m);
      }
    }
    reached.push(row);
  }
  return undefined;
}

/** Where a path with one edit more begins on a diagonal. `last` holds the diagonals 1-edits … edits-1. */
function furthest(last: Int32Array, edits: number, diagonal: number): number {
  const at = (other: number) => last[other + edits - 1];
  const [left, right] = [at(diagonal - 1), at(diagonal + 1)];
  return goesDown(edits, diagonal, left, right) ? right! : left! + 1;
}

/** Whether the last edit put a character in (down), or took one away (right). */
const goesDown = (edits: number, diagonal: number, left = -1, right = -1): boolean =>
  diagonal === -edits || (diagonal !== edits && left < right);

/** The edits of the path that was found, those that touch as one. */
function hunksOf(reached: Int32Array[], n: number, m: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y] = [n, m];
  for (let edits = reached.length - 1; edits > 0; edits--) {
    const last = reached[edits - 1]!;
    const diagonal = x - y;
    const at = (other: number) => last[other + edits - 1];
    const down = goesDown(edits, diagonal, at(diagonal - 1), at(diagonal + 1));
    const from = down ? at(diagonal + 1)! : at(diagonal - 1)!;
    const before = down ? from - diagonal - 1 : from - diagonal + 1;
    const edit = down
      ? { from, to: from, readFrom: before, readTo: before + 1 }
      : { from, to: from + 1, readFrom: before, readTo: before };
    const next = hunks[0];
    if (next && next.from === edit.to && next.readFrom === edit.readTo)
      hunks[0] = { ...next, from: edit.from, readFrom: edit.readFrom };
    else hunks.unshift(edit);
    [x, y] = [from, before];
  }
  return hunks;
}
