package io.github.gmr.actuate;

/**
 * Tests the same with Jersey on the class path, and without Spring MVC.
 */
class FailOnJerseyIT extends FailOnWebTests {

}
