import { t } from './messages.id.ts'

// Chrome on Android has it, others may get it; TypeScript's library does not know it yet.
type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type WithDetector = { BarcodeDetector?: new (options: { formats: string[] }) => Detector }

/** Adds a button that scans with the camera, where the browser can read a QR by itself. */
export function offerCamera(form: HTMLFormElement, found: (text: string) => void): void {
  const Detector = (window as WithDetector).BarcodeDetector
  if (!Detector || !navigator.mediaDevices) return
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = t.camera
  button.addEventListener('click', () => void scan(new Detector({ formats: ['qr_code'] }), button, found))
  form.append(button)
}

async function scan(detector: Detector, button: HTMLButtonElement, found: (text: string) => void): Promise<void> {
  let stream: MediaStream | undefined
  const video = document.createElement('video')
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    video.srcObject = stream
    video.playsInline = true
    button.before(video)
    await video.play()
    // Five looks a second for half a minute, then the camera is given back.
    for (let look = 0; look < 150; look++) {
      const [code] = await detector.detect(video)
      if (code) return found(code.rawValue)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  } catch {
    button.textContent = t.noCamera
  } finally {
    stream?.getTracks().forEach((track) => track.stop())
    video.remove()
  }
}
