import type { APIRoute } from 'astro';
import { MIME } from '../../export/fichiers.ts';
import { enXlsx } from '../../export/xlsx.ts';
import { classeurCompare } from './_publication.ts';

export const GET: APIRoute = async () =>
  new Response(await enXlsx(await classeurCompare()), { headers: { 'Content-Type': MIME.xlsx } });
