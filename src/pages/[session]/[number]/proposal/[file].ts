import type { GetStaticPaths } from 'astro';
import { formatsOf } from '../../../../outputs/index.ts';
import { letterParams } from '../../../../permalinks/paths.ts';
import { getLettersToMake } from '../../../../site-data.ts';

export { GET } from '../[file].ts';

export const getStaticPaths = (async () =>
  (await getLettersToMake())
    .flatMap(({ letter }) => letter.proposalText ?? [])
    .flatMap((letter) =>
      formatsOf(letter).map((format) => ({
        params: { ...letterParams(letter), file: format.file },
        props: { letter, format },
      })),
    )) satisfies GetStaticPaths;
