INSERT INTO users (name) VALUES ('joan');
