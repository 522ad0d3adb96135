import type { ThemeConfig } from 'antd';
import type { Tokens } from './tokens.ts';

/** Ant Design in our tokens. */
export function antdTheme(tokens: Tokens): ThemeConfig {
  const { tones } = tokens;
  return {
    token: {
      colorPrimary: tones.primary.text,
      colorInfo: tones.primary.text,
      colorLink: tones.primary.text,
      colorError: tones.danger.text,
      colorWarning: tones.hold.fill,
      colorSuccess: tones.good.text,
      colorText: tokens.ink,
      colorTextSecondary: tokens.inkSoft,
      colorTextTertiary: tokens.inkFaint,
      colorTextDescription: tokens.inkFaint,
      colorTextPlaceholder: tokens.inkFaint,
      colorBorder: tokens.lineStrong,
      colorBorderSecondary: tokens.line,
      colorBgLayout: tokens.ground,
      colorBgContainer: tokens.card,
      borderRadius: tokens.radiusSmall,
      borderRadiusLG: tokens.radius,
      fontFamily: tokens.font,
      fontFamilyCode: tokens.fontCode,
      fontSize: 14,
      fontWeightStrong: 650,
      controlHeight: 34,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: { headerBg: tokens.card, headerColor: tokens.inkSoft, headerSplitColor: 'transparent' },
      Tooltip: { colorBgSpotlight: tokens.rail },
    },
  };
}
