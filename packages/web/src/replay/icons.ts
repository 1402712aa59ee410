/** Icons that travel with the time bar, and not with the page. */
import '@oicl/openbridge-webcomponents/dist/icons/icon-backward-fast.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-file-download-google.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-forward-fast.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-media-skip-next.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-media-skip-previous.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-search.js'
