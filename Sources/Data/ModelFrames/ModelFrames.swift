// ModelFrames
