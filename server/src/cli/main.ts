/** The command line. Exit codes: 0 all done, 1 an input could not be read, 2 wrong usage. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { createAnalyzer } from '../analysis/analyzer';
import { loadModelFile } from '../model-file';
import { analyzeFiles } from './analyze';
import { isCalendarDay } from '../calendar-day';
import { analyzeStream } from './jsonl';

const USAGE_ERROR = 2;

function dateArgument(value: string): string {
  if (!isCalendarDay(value)) throw new InvalidArgumentError('It must be a calendar date of the form YYYY-MM-DD.');
  return value;
}

interface AnalyzeFlags {
  readonly date?: string;
  readonly out?: string;
  readonly jsonl?: boolean;
}

function makeProgram(): Command {
  const program = new Command('arabic-news')
    .description('Names, dates and quotes in Arabic news articles.')
    .exitOverride()
    .showHelpAfterError('(arabic-news analyze --help shows how it is used)');
  program
    .command('analyze')
    .description('analyse articles; prints one JSON object, or JSON Lines for several files')
    .argument('[file...]', 'articles in UTF-8; - is standard input')
    .option('--date <YYYY-MM-DD>', 'publication date that relative dates are resolved against', dateArgument)
    .option('--out <dir>', 'write <name>.json into this folder instead of printing')
    .option('--jsonl', 'read JSON Lines {id, text, reference?} from standard input')
    .addOption(new Option('--format <format>', 'what to print').choices(['json']).default('json'))
    .exitOverride()
    .action(async (files: string[], flags: AnalyzeFlags, command: Command) => {
      if (flags.jsonl && (files.length > 0 || flags.out !== undefined))
        command.error('error: --jsonl reads standard input: it goes with neither files nor --out', {
          exitCode: USAGE_ERROR,
        });
      if (!flags.jsonl && files.length === 0)
        command.error('error: name at least one file, or - for standard input', { exitCode: USAGE_ERROR });
      const analyzer = createAnalyzer(loadModelFile());
      const { failed } = flags.jsonl
        ? await analyzeStream(analyzer, process.stdin, flags.date)
        : await analyzeFiles(analyzer, files, flags);
      if (failed > 0) process.exitCode = 1;
    });
  return program;
}

async function main(): Promise<void> {
  // `… | head` closes our output early: that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await makeProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE_ERROR;
    else {
      process.stderr.write(`arabic-news: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  }
}

void main();
