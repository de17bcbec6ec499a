import type { APIRoute, GetStaticPaths } from 'astro';
import { sessionsOf, type Session } from '../../letter/sessions.ts';
import { contentType } from '../../outputs/media-types.ts';
import { sessionCsv } from '../../outputs/session-csv.ts';
import { SESSION_TABLE } from '../../permalinks/paths.ts';
import { getAllLetters, getSite } from '../../site-data.ts';

export const getStaticPaths = (async () =>
  sessionsOf(await getAllLetters()).map((session) => ({
    params: { session: session.key },
    props: { session },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ session: Session }> = async ({ props }) =>
  new Response(sessionCsv(props.session, await getSite()), {
    headers: { 'Content-Type': contentType(SESSION_TABLE) },
  });
