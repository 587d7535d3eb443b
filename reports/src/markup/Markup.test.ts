import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Markup, markup } from './Markup.js';

describe('markup', () => {
  it('escapes what is inserted, in text and in attributes, and leaves what is written', () => {
    const hostile = `"><script>alert('x')</script>&`;
    expect(markup`<p title="${hostile}">${hostile}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
    );
  });

  it('joins lists, keeps markup and drops what is not there', () => {
    expect(markup`<ul>${['a', 'b'].map((item) => markup`<li>${item}</li>`)}${null}${false}${undefined}${7}</ul>`.text).toBe(
      '<ul><li>a</li><li>b</li>7</ul>',
    );
    expect(markup`${new Markup('<br>')}`.text).toBe('<br>');
  });

  it('shows control characters and turned directions as a sign, since XML forbids the ones and readers misread the others', () => {
    expect(markup`${'a\u0000b\u001b[2Jc\u202ed\ud800e\nf'}`.text).toBe('a\ufffdb\ufffd[2Jc\ufffdd\ufffde\nf');
  });

  it('lets no text open a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(markup`${text}`.text).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});
