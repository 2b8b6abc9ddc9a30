// What html-validate's standard rules say of a page.
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:standard"] }));

/** Each complaint about a text, by line, column and rule; none of sound HTML. */
export async function complaints(file: string, text: string): Promise<string[]> {
  const { results } = await validator.validateString(text, file);
  return results.flatMap(({ messages }) => messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`));
}
