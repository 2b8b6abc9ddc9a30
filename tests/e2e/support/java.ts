// Programs of the Nu Html Checker's one file: the checker itself, and the validator of RELAX NG that it brings.
import { execFile } from "node:child_process";
import { resolve } from "node:path";

const JAR = resolve("node_modules/vnu-jar/build/dist/vnu.jar");
const RELAX_NG = "nu.validator.vendor.thaiopensource.relaxng.util.Driver";

export type Finding = { type: string; subType?: string; url: string; message: string; extract?: string; lastLine?: number };

function java(program: string[]): Promise<string> {
  return new Promise((done, failed) => {
    execFile(process.env.VITRINE_JAVA ?? "java", program, { maxBuffer: 1 << 26 }, (error, printed, complained) => {
      // A program that finds fault ends with 1, and says so where it prints.
      if (error && error.code !== 1) failed(new Error(`${error.message}\n${complained}`));
      else done(printed || complained);
    });
  });
}

/** What the Nu Html Checker says of files that hold pages and pictures. */
export async function checked(files: string[]): Promise<Finding[]> {
  const printed = await java(["-jar", JAR, "--format", "json", "--stdout", "--also-check-svg", ...files]);
  return (JSON.parse(printed) as { messages: Finding[] }).messages;
}

/** What is wrong with an XML file by a schema in RELAX NG's compact syntax; nothing if it fits. */
export async function againstSchema(schema: string, file: string): Promise<string> {
  return (await java(["-cp", JAR, RELAX_NG, "-c", schema, file])).trim();
}
