/** How large a part of a picture (PNG as base64) each colour has that has a thousandth or more: {"#8c2f23": 0.12, …}. */
async (picture) => {
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: image.width, height: image.height });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const counts = new Map();
  for (let place = 0; place < data.length; place += 4) {
    const colour = (data[place] << 16) | (data[place + 1] << 8) | data[place + 2];
    counts.set(colour, (counts.get(colour) || 0) + 4 / data.length);
  }
  const large = [...counts].filter(([, part]) => part >= 0.001);
  return Object.fromEntries(large.map(([colour, part]) => ["#" + colour.toString(16).padStart(6, "0"), part]));
}
