// What `make lint` asks of scripts: what is wrong or suspicious in any project, and the habits of this one. Each rule
// beyond those that ESLint recommends has a sample in tests/lint/test_scripts.py.
import { createRequire } from "node:module";

const require = createRequire(new URL("../../.build/node/", import.meta.url)); // where tests/lint/scripts.py installs
const js = require("@eslint/js");
const globals = require("globals");

const HAN = "\\p{Script=Han}";
const WORD = "A word for readers is in generator/words, one that is compared in shared.js.";

const habits = {
  // Names: declared, used, and each with one meaning.
  "no-unused-vars": ["error", { reportUsedIgnorePattern: true }],
  "no-shadow": "error",
  "no-use-before-define": ["error", { functions: false, variables: false }], // a caller may be above what it calls
  "no-implicit-globals": "error",
  "no-param-reassign": "error",
  "no-loop-func": "error",
  "no-var": "error",
  "prefer-const": "error",
  "block-scoped-var": "error",

  // Flow: one kind of result, nothing that does nothing.
  "array-callback-return": "error",
  "consistent-return": ["error", { treatUndefinedAsUnspecified: true }],
  "default-case-last": "error",
  "no-else-return": "error",
  "no-lonely-if": "error",
  "no-nested-ternary": "error",
  "no-promise-executor-return": "error",
  "no-self-compare": "error",
  "no-sequences": "error",
  "no-throw-literal": "error",
  "no-unmodified-loop-condition": "error",
  "no-unneeded-ternary": "error",
  "no-unreachable-loop": "error",
  "no-unused-expressions": "error",
  "no-useless-return": "error",
  "prefer-promise-reject-errors": "error",
  "require-await": "error",

  // Habits.
  "arrow-body-style": "error",
  "curly": "error",
  "eqeqeq": "error",
  "no-alert": "error",
  "no-console": "error",
  "no-useless-concat": "error",
  "no-useless-rename": "error",
  "object-shorthand": "error",
  "prefer-arrow-callback": "error",
  "prefer-rest-params": "error",
  "prefer-spread": "error",
  "prefer-template": "error",
  "radix": "error",
  "strict": ["error", "function"],
  "complexity": ["error", 10],
  "max-depth": ["error", 4],
  "max-len": ["error", { code: 120 }],
  "max-lines": ["error", 300],
  "max-lines-per-function": ["error", { max: 50 }], // the function around a script is not counted
  "max-params": ["error", 5],
  "max-statements": ["error", 25, { ignoreTopLevelFunctions: true }],

  // Text of a gazette never becomes markup or a program.
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-script-url": "error",
  "no-restricted-properties": [
    "error",
    { property: "innerHTML" },
    { property: "outerHTML" },
    { property: "insertAdjacentHTML" },
    { property: "createContextualFragment" },
    { object: "document", property: "write" }
  ],
  "no-restricted-syntax": [
    "error",
    { selector: `Literal[value=/${HAN}/u], TemplateElement[value.raw=/${HAN}/u]`, message: WORD }
  ],

  "no-control-regex": "off" // keys of the index are ASCII that was moved up
};

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: habits
  },
  {
    // They run in pages, from a disk too, in browsers that know the language as it was in 2020.
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2020, sourceType: "script", globals: globals.browser }
  },
  {
    // Written by programs.
    files: ["**/shared.js", "**/words/*.js"],
    rules: { "no-restricted-syntax": "off", "max-len": "off", "strict": "off" }
  },
  {
    files: ["**/*.mjs"],
    languageOptions: { sourceType: "module", globals: globals.node },
    rules: { "no-restricted-syntax": "off", "strict": "off", "require-await": "off" } // some take the place of others
  }
];
