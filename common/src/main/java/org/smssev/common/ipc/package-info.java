/** Symbols of the International Patent Classification: spelling, level, scope; what a code is by the inventory; titles. */
package org.smssev.common.ipc;
