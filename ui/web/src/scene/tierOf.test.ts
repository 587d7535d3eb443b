import { describe, expect, it } from 'vitest';
import { tierOf } from './tierOf.js';

describe('tierOf', () => {
  it.each([
    [null, null, 'none'],
    ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)', null, 'software'],
    ['Mesa llvmpipe (LLVM 15.0.6, 256 bits)', 12, 'software'],
    ['Microsoft Basic Render Driver', null, 'software'],
    ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620)', null, 'full'],
    ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620)', 120, 'full'],
    ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620)', 121, 'software'],
  ] as const)('%s, first frame %s ms: %s', (renderer, firstFrameMs, tier) => {
    expect(tierOf(renderer, firstFrameMs)).toBe(tier);
  });
});
