import type { Page } from 'playwright-core';

/** The largest difference of any colour channel of any pixel between two screenshots of one size, 0..255. */
export function pictureDifference(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(
    async ([first, second]) => {
      const pixels = async (png: string) => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas to compare on');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      };
      const [one, other] = [await pixels(first), await pixels(second)];
      if (one.length !== other.length) return 255;
      let most = 0;
      for (let at = 0; at < one.length; at += 1) most = Math.max(most, Math.abs((one[at] ?? 0) - (other[at] ?? 0)));
      return most;
    },
    [a.toString('base64'), b.toString('base64')] as const,
  );
}
