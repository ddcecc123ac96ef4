INSERT INTO billing.accounts (id, iban) VALUES (1, 'DE00'), (2, 'FR00');
INSERT INTO invoices (id, account_id, total) VALUES (1, 1, 100), (2, 2, 250);
