/** Commands to the process that drives VS Code's page (see ../protocol). */
import { BRIDGE_VARIABLE, type CommandName, type CommandParams, type CommandResult } from '../protocol';

/** Sends a command and resolves with its answer; rejects with what went wrong on the other side. */
export async function send<Name extends CommandName>(
  name: Name,
  params: CommandParams<Name>,
): Promise<CommandResult<Name>> {
  const address = process.env[BRIDGE_VARIABLE];
  if (!address) throw new Error(`${BRIDGE_VARIABLE} is not set: run the tests with npm run test:vscode.`);
  const response = await fetch(address + name, { method: 'POST', body: JSON.stringify(params) });
  const body = await response.text();
  if (!response.ok) throw new Error(`${name}: ${body}`);
  return JSON.parse(body) as CommandResult<Name>;
}
