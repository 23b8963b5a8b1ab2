namespace Madoguchi.Voices.Digesting;

public sealed record DigestView(string Week);
