import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { LoadingState } from '../ui/states.tsx';
import { NotFound } from './not-found.tsx';

const HomePage = lazy(async () => ({ default: (await import('../home/home-page.tsx')).HomePage }));
const ReorderPage = lazy(async () => ({
  default: (await import('../reorder/reorder-page.tsx')).ReorderPage,
}));
const WhatIfPage = lazy(async () => ({
  default: (await import('../what-if/what-if-page.tsx')).WhatIfPage,
}));
const BalancePage = lazy(async () => ({
  default: (await import('../reorder/balance/balance-page.tsx')).BalancePage,
}));
const PoliciesPage = lazy(async () => ({
  default: (await import('../reorder/policies/policies-page.tsx')).PoliciesPage,
}));
const CalendarPage = lazy(async () => ({
  default: (await import('../calendar/calendar-page.tsx')).CalendarPage,
}));
const PromotionsPage = lazy(async () => ({
  default: (await import('../calendar/promotions-page.tsx')).PromotionsPage,
}));
const AccuracyPage = lazy(async () => ({
  default: (await import('../accuracy/accuracy-page.tsx')).AccuracyPage,
}));
const ImportsPage = lazy(async () => ({
  default: (await import('../imports/imports-page.tsx')).ImportsPage,
}));
const StockPage = lazy(async () => ({ default: (await import('../stock/stock-page.tsx')).StockPage }));
const SlowPage = lazy(async () => ({ default: (await import('../stock/slow-page.tsx')).SlowPage }));
const OpeningPage = lazy(async () => ({ default: (await import('../stock/opening-page.tsx')).OpeningPage }));
const ExpiryPage = lazy(async () => ({ default: (await import('../stock/expiry-page.tsx')).ExpiryPage }));
const LotsPage = lazy(async () => ({ default: (await import('../stock/lots-page.tsx')).LotsPage }));
const LotPage = lazy(async () => ({ default: (await import('../lots/lot-page.tsx')).LotPage }));
const TracePage = lazy(async () => ({ default: (await import('../lots/trace-page.tsx')).TracePage }));
const InspectionsPage = lazy(async () => ({
  default: (await import('../inspections/inspections-page.tsx')).InspectionsPage,
}));
const InspectionsPrintPage = lazy(async () => ({
  default: (await import('../inspections/inspections-print-page.tsx')).InspectionsPrintPage,
}));
const ProductsPage = lazy(async () => ({
  default: (await import('../products/products-page.tsx')).ProductsPage,
}));
const ProductPage = lazy(async () => ({
  default: (await import('../products/product-page.tsx')).ProductPage,
}));
const DocumentsPage = lazy(async () => ({
  default: (await import('../documents/documents-page.tsx')).DocumentsPage,
}));
const DraftsPage = lazy(async () => ({
  default: (await import('../documents/drafts-page.tsx')).DraftsPage,
}));
const DocumentPrintPage = lazy(async () => ({
  default: (await import('../documents/print/print-page.tsx')).DocumentPrintPage,
}));
const PartnersPage = lazy(async () => ({
  default: (await import('../partners/partners-page.tsx')).PartnersPage,
}));
const DocumentPage = lazy(async () => ({
  default: (await import('../documents/document-page.tsx')).DocumentPage,
}));
const PurchasesPage = lazy(async () => ({
  default: (await import('../orders/purchases-page.tsx')).PurchasesPage,
}));
const PurchasePage = lazy(async () => ({
  default: (await import('../orders/purchase-page.tsx')).PurchasePage,
}));
const PurchasePrintPage = lazy(async () => ({
  default: (await import('../orders/print-pages.tsx')).PurchasePrintPage,
}));
const CustomerOrderPrintPage = lazy(async () => ({
  default: (await import('../orders/print-pages.tsx')).CustomerOrderPrintPage,
}));
const PurchaseEditorPage = lazy(async () => ({
  default: (await import('../orders/editor/order-editor-page.tsx')).PurchaseEditorPage,
}));
const CustomerEditorPage = lazy(async () => ({
  default: (await import('../orders/editor/order-editor-page.tsx')).CustomerEditorPage,
}));
const CustomerOrdersPage = lazy(async () => ({
  default: (await import('../orders/customer-orders-page.tsx')).CustomerOrdersPage,
}));
const CustomerOrderPage = lazy(async () => ({
  default: (await import('../orders/customer-order-page.tsx')).CustomerOrderPage,
}));
const EditorPage = lazy(async () => ({
  default: (await import('../documents/editor/editor-page.tsx')).EditorPage,
}));
const SalesPage = lazy(async () => ({ default: (await import('../documents/sales-page.tsx')).SalesPage }));
const CustomersPage = lazy(async () => ({
  default: (await import('../customers/customers-page.tsx')).CustomersPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('../settings/settings-page.tsx')).SettingsPage,
}));
const LabelsPage = lazy(async () => ({ default: (await import('../labels/labels-page.tsx')).LabelsPage }));
const ScanPage = lazy(async () => ({ default: (await import('../scan/scan-page.tsx')).ScanPage }));

const StocktakesPage = lazy(async () => ({
  default: (await import('../stocktake/stocktakes-page.tsx')).StocktakesPage,
}));
const StocktakePage = lazy(async () => ({
  default: (await import('../stocktake/stocktake-page.tsx')).StocktakePage,
}));
const CountPage = lazy(async () => ({ default: (await import('../stocktake/count-page.tsx')).CountPage }));
const CountSheetPage = lazy(async () => ({
  default: (await import('../stocktake/print-page.tsx')).CountSheetPage,
}));

/** Which screen stands at which address. Each is a bundle of its own. */
export function Routes() {
  const [location] = useLocation();
  return (
    <ErrorBoundary resetKey={location}>
      <Suspense fallback={<LoadingState />}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/reorder/what-if" component={WhatIfPage} />
          <Route path="/reorder/balance" component={BalancePage} />
          <Route path="/reorder/policies" component={PoliciesPage} />
          <Route path="/reorder/accuracy" component={AccuracyPage} />
          <Route path="/reorder/*?" component={ReorderPage} />
          <Route path="/imports/*?" component={ImportsPage} />
          <Route path="/stock" component={StockPage} />
          <Route path="/stock/opening" component={OpeningPage} />
          <Route path="/stock/slow" component={SlowPage} />
          <Route path="/stocktakes" component={StocktakesPage} />
          <Route path="/stocktakes/:id">{({ id }) => <StocktakePage id={id} />}</Route>
          <Route path="/stocktakes/:id/count">{({ id }) => <CountPage id={id} />}</Route>
          <Route path="/stocktakes/:id/print">{({ id }) => <CountSheetPage id={id} />}</Route>
          <Route path="/stock/expiry" component={ExpiryPage} />
          <Route path="/stock/lots" component={LotsPage} />
          <Route path="/lots/:id/trace">{({ id }) => <TracePage id={id} />}</Route>
          <Route path="/lots/:id">{({ id }) => <LotPage id={id} />}</Route>
          <Route path="/inspections" component={InspectionsPage} />
          <Route path="/inspections/print" component={InspectionsPrintPage} />
          <Route path="/products" component={ProductsPage} />
          <Route path="/products/:id">{({ id }) => <ProductPage id={id} />}</Route>
          <Route path="/documents" component={DocumentsPage} />
          <Route path="/documents/drafts" component={DraftsPage} />
          <Route path="/documents/:id/print">{({ id }) => <DocumentPrintPage id={id} />}</Route>
          <Route path="/partners" component={PartnersPage} />
          {/* One route for both: a new document that is saved becomes a draft and stays as it is. */}
          <Route path={/^\/documents\/(?<mode>new|drafts)\/(?<what>[^/]+)$/u}>
            {({ mode, what }) => <EditorPage mode={mode === 'new' ? 'new' : 'drafts'} what={what ?? ''} />}
          </Route>
          <Route path="/documents/:id">{({ id }) => <DocumentPage id={id} />}</Route>
          <Route path="/orders" component={PurchasesPage} />
          <Route path="/orders/new">{() => <PurchaseEditorPage id={null} />}</Route>
          <Route path="/orders/:id/edit">{({ id }) => <PurchaseEditorPage id={id} />}</Route>
          <Route path="/orders/:id/print">{({ id }) => <PurchasePrintPage id={id} />}</Route>
          <Route path="/orders/:id">{({ id }) => <PurchasePage id={id} />}</Route>
          <Route path="/customer-orders" component={CustomerOrdersPage} />
          <Route path="/customer-orders/new">{() => <CustomerEditorPage id={null} />}</Route>
          <Route path="/customer-orders/:id/edit">{({ id }) => <CustomerEditorPage id={id} />}</Route>
          <Route path="/customer-orders/:id/print">{({ id }) => <CustomerOrderPrintPage id={id} />}</Route>
          <Route path="/customer-orders/:id">{({ id }) => <CustomerOrderPage id={id} />}</Route>
          <Route path="/calendar" component={CalendarPage} />
          <Route path="/calendar/promotions" component={PromotionsPage} />
          <Route path="/sales" component={SalesPage} />
          <Route path="/customers" component={CustomersPage} />
          <Route path="/scan/:kind">{({ kind }) => <ScanPage kind={kind} />}</Route>
          <Route path="/labels" component={LabelsPage} />
          <Route path="/settings" component={SettingsPage} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
