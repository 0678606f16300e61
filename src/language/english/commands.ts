/**
 * What Discord shows of the commands: the description of a command, of its options (`command.option`), and the names of
 * its choices (`command.option.choice`). Descriptions have at most 100 characters.
 */
export const commands = {
  'digest pause': 'Stop the digest for a while; subscriptions stay',
  'digest pause.until': 'When it comes again, such as: 2 weeks, next monday, 1 July',
  'digest pause.channel': 'Whose digest (this channel, if you leave it out)',
} as const;
