/** Statistics that several stages share: location and spread, ranks, intervals, criteria weights and TOPSIS. */
package org.smssev.common.stats;
