/** What a stage is, and what it may touch. */
package org.smssev.common.stage;
