package io.github.gmr.actuate;

/**
 * Tests the same with Jetty on the class path.
 */
class FailOnJettyIT extends FailOnWebTests {

}
