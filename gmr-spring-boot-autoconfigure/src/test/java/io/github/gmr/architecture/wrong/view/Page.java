package io.github.gmr.architecture.wrong.view;

import io.github.gmr.architecture.wrong.sink.Pipe;

/**
 * Wrong: a view knows the sink beside it.
 */
public record Page(Pipe pipe) {

}
