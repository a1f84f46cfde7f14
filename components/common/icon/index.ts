/** A line icon in the text's colour. `size` in px; names are those of `static/icons.wxss`. */
Component({
  properties: {
    name: { type: String, value: '' },
    size: { type: Number, value: 24 },
  },
})
