// Mocha's `spec` reporter, which also leaves the numbers where `npm test` adds them up.
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

class SpecWithNumbers extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.ARABIC_NEWS_TEST_RESULT;
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      if (file) writeFileSync(file, JSON.stringify({ passes, failures, pending }));
    });
  }
}

module.exports = SpecWithNumbers;
