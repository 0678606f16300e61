/** Where Discord keeps what people attach. */
const discordOrigins: readonly string[] = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

/** The origins that attached files come from. A Discord of another address, such as the local one, serves them itself. */
export function fileOrigins(apiUrl: string): readonly string[] {
  const { origin, hostname } = new URL(apiUrl);
  const isDiscord = hostname === 'discord.com' || hostname.endsWith('.discord.com');
  return isDiscord ? discordOrigins : [origin];
}
