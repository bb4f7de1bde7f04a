import assert from 'node:assert/strict';
import type { Piece, Row } from '../../vscode/protocol';
import { wordOrderFaults } from '../../vscode/word-order';

/** A row whose pieces stand, ten pixels wide, in the given order from the left. */
function row(text: string, fromLeft: string[], direction: 'rtl' | 'ltr' = 'rtl'): Row {
  const pieces: Piece[] = fromLeft.map((piece, i) => ({
    text: piece,
    start: text.indexOf(piece),
    left: 10 * i,
    right: 10 * i + 10,
  }));
  return { line: 1, text, direction, spans: 1, top: 0, bottom: 20, view: { left: 0, right: 1000 }, pieces };
}

describe('word order in a row of the editor', () => {
  it('reads Arabic from the right', () => {
    assert.deepEqual(wordOrderFaults([row('وصل الوزير مساء', ['مساء', 'الوزير', 'وصل'])], 'rtl'), []);
    assert.equal(wordOrderFaults([row('وصل الوزير مساء', ['وصل', 'الوزير', 'مساء'])], 'rtl')[0]?.problem, 'order');
  });

  it('reads Latin words among Arabic from the left, in their place from the right', () => {
    const text = 'شركة Blue Harbor للنشر';
    assert.deepEqual(wordOrderFaults([row(text, ['للنشر', 'Blue', 'Harbor', 'شركة'])], 'rtl'), []);
    assert.equal(wordOrderFaults([row(text, ['شركة', 'Blue', 'Harbor', 'للنشر'])], 'rtl')[0]?.problem, 'order');
    assert.deepEqual(wordOrderFaults([row(text, ['شركة', 'Blue', 'Harbor', 'للنشر'], 'ltr')], 'ltr'), []);
  });

  it('puts the numbers of a date and closing punctuation where a reader expects them', () => {
    const text = '«في 12 مارس 2026».';
    assert.deepEqual(wordOrderFaults([row(text, ['.', '»', '2026', 'مارس', '12', 'في', '«'])], 'rtl'), []);
    assert.equal(wordOrderFaults([row(text, ['»', '2026', 'مارس', '12', 'في', '«', '.'])], 'rtl')[0]?.problem, 'order');
  });

  it('sees a word torn in two, whose parts lie on both sides of another', () => {
    const torn = row('والقاهرة هنا', ['هنا', 'والقاهرة']);
    torn.pieces[1] = { ...torn.pieces[1]!, left: 0, right: 40 };
    assert.equal(wordOrderFaults([torn], 'rtl')[0]?.problem, 'torn');
  });

  it('sees a word that is out of view', () => {
    const long = { ...row('وصل الوزير مساء', ['مساء', 'الوزير', 'وصل']), view: { left: 0, right: 25 } };
    assert.equal(wordOrderFaults([long], 'rtl')[0]?.problem, 'cut off');
  });

  it('asks for the base direction, and only of rows with Arabic in them', () => {
    assert.equal(wordOrderFaults([row('كلمة', ['كلمة'], 'ltr')], 'rtl')[0]?.problem, 'direction');
    assert.deepEqual(wordOrderFaults([row('12 March', ['12', 'March'], 'ltr')], 'rtl'), []);
  });
});
