-- varve:declares users.phone, users.email
UPDATE users SET email = lower(email) WHERE email <> lower(email);
