import { SegmentedControl, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { languages } from '#app/i18n/translation.ts';
import type { Settings, SettingsChange } from '#app/core/settings.ts';
import { mutate } from '../api/client.ts';
import { invalidate, useApiQuery } from '../api/hooks.ts';
import { useChooseLanguage, useChooseTheme } from '../shell/preferences.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { QueryState } from '../ui/states.tsx';
import { ExpirySection } from './expiry-section.tsx';
import { NumberSetting, SettingRow, TextSetting } from './setting-fields.tsx';
import { WarehousesSection } from './warehouses-section.tsx';
import classes from './settings.module.css';

export function SettingsPage() {
  const t = useText();
  const answer = useApiQuery('settings.get');
  return (
    <Page title={t.settings.title} subtitle={t.settings.subtitle}>
      <QueryState query={answer}>{(settings) => <SettingsForm settings={settings} />}</QueryState>
    </Page>
  );
}

type Save = (name: string, change: SettingsChange) => Promise<void>;

/** Saves one change at once and offers to take it back. */
function useSave(): Save {
  const t = useText();
  const client = useQueryClient();
  const write = async (change: SettingsChange): Promise<Settings> => {
    const { settings, previous } = await mutate('settings.save', change);
    client.setQueryData(['settings.get', null], settings);
    await invalidate('stock', 'home');
    return previous;
  };
  return async (name, change) => {
    try {
      const previous = await write(change);
      const before = Object.fromEntries(
        Object.keys(change).map((key) => [key, previous[key as keyof Settings]]),
      );
      notifyUndo(t.settings.saved({ name }), () => write(before));
    } catch (error) {
      notifyFailure(error);
    }
  };
}

function SettingsForm({ settings }: { readonly settings: Settings }) {
  const t = useText();
  const save = useSave();
  return (
    <Stack gap={16} className={classes['form'] ?? ''}>
      <CompanySection settings={settings} save={save} />
      <OrderingSection settings={settings} save={save} />
      <ExpirySection
        stages={settings.expiryStages}
        onSave={(expiryStages) => void save(t.settings.expiry.stages, { expiryStages })}
      />
      <WarehousesSection />
      <PartnersLink />
      <AppearanceSection settings={settings} />
    </Stack>
  );
}

/** Suppliers and distributors are entered on a page of their own. */
function PartnersLink() {
  const words = useText().documents.partners;
  return (
    <Section title={words.title}>
      <Link href="/partners">{words.subtitle}</Link>
    </Section>
  );
}

interface SectionProps {
  readonly settings: Settings;
  readonly save: Save;
}

function CompanySection({ settings, save }: SectionProps) {
  const t = useText().settings;
  return (
    <Section title={t.company}>
      <TextSetting
        name={t.distributorName}
        hint={t.distributorNameHint}
        value={settings.distributorName}
        maxLength={100}
        onSave={(distributorName) => void save(t.distributorName, { distributorName })}
      />
      <TextSetting
        name={t.device}
        hint={t.deviceHint}
        value={settings.device}
        maxLength={4}
        width={96}
        fits={(text) => /^[A-Za-z0-9]{1,4}$/u.test(text)}
        wrong={t.deviceWrong}
        onSave={(device) => void save(t.device, { device: device.toUpperCase() })}
      />
    </Section>
  );
}

function OrderingSection({ settings, save }: SectionProps) {
  const t = useText().settings;
  return (
    <Section title={t.ordering} aside={<span className={classes['hint']}>{t.orderingHint}</span>}>
      <NumberSetting
        name={t.reviewDays}
        hint={t.reviewDaysHint}
        unit={t.days}
        value={settings.reviewDays}
        min={1}
        max={90}
        onSave={(reviewDays) => void save(t.reviewDays, { reviewDays })}
      />
      <NumberSetting
        name={t.defaultLeadDays}
        hint={t.defaultLeadDaysHint}
        unit={t.days}
        value={settings.defaultLeadDays}
        min={0}
        max={365}
        onSave={(defaultLeadDays) => void save(t.defaultLeadDays, { defaultLeadDays })}
      />
      <NumberSetting
        name={t.serviceLevel}
        hint={t.serviceLevelHint}
        unit={t.percent}
        value={Math.round(settings.serviceLevel * 1000) / 10}
        min={50}
        max={99.9}
        decimals={1}
        onSave={(percent) => void save(t.serviceLevel, { serviceLevel: Math.round(percent * 10) / 1000 })}
      />
    </Section>
  );
}

function AppearanceSection({ settings }: { readonly settings: Settings }) {
  const t = useText().settings;
  const { language } = useLanguage();
  const chooseLanguage = useChooseLanguage();
  const chooseTheme = useChooseTheme();
  const schemes = ['auto', 'light', 'dark'] as const;
  return (
    <Section title={t.appearance}>
      <SettingRow name={t.language}>
        <SegmentedControl
          size="xs"
          aria-label={t.language}
          value={language}
          onChange={(value) => chooseLanguage(value)}
          data={languages.map((value) => ({ value, label: t.languages[value] }))}
        />
      </SettingRow>
      <SettingRow name={t.theme}>
        <SegmentedControl
          size="xs"
          aria-label={t.theme}
          value={settings.colorScheme}
          onChange={(value) => chooseTheme(value)}
          data={schemes.map((value) => ({ value, label: t.themes[value] }))}
        />
      </SettingRow>
    </Section>
  );
}
