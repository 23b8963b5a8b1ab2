using System.Text.RegularExpressions;
using Madoguchi.DemoProduct.Telling;

namespace Madoguchi.DemoProduct.Registering;

/// <summary>Why a registration does not go on, as its page says it.</summary>
public enum Refusal
{
    NoSuchCode,
    NoAddress,
    Locked,
    WrongConfirmation,
}

/// <summary>What came of a step: the registration, or why not.</summary>
public sealed record Step(Registration? Registration, Refusal? Refusal);

/// <summary>Registering a kettle: code and address, then the code from the mail. Pure, with the old fault where it was.</summary>
public static partial class Steps
{
    extension(Records records)
    {
        public (Records Then, Step Said) Start(string code, string email, string language, string id, string confirmation, DateTimeOffset now)
        {
            (code, email) = (code.Trim().ToUpperInvariant(), email.Trim().ToLowerInvariant());
            if (!Code().IsMatch(code))
                return (records, new(null, Refusal.NoSuchCode));
            if (!Address().IsMatch(email))
                return (records, new(null, Refusal.NoAddress));
            if (records.Registrations.FirstOrDefault(r => r.Code == code && r.CompletedAt is not null) is { } before)
                return (records, before.Email == email && records.IsLinked(before) ? new(before, null) : new(null, Refusal.Locked));

            var account = records.Accounts.FirstOrDefault(a => a.Email == email) ?? new($"YKR-{1001 + records.Accounts.Count}", email, []);
            var started = new Registration(id, code, account.Id, email, language, confirmation);
            var letter = language == "ja"
                ? new Letter(email, now, "確認コードのお知らせ", $"ゆかりケトルの製品登録の確認コードは {confirmation} です。")
                : new Letter(email, now, "Your confirmation code", $"Your confirmation code for the Yukari kettle is {confirmation}.");
            return (records with
            {
                Accounts = [.. records.Accounts.Where(a => a.Id != account.Id), account],
                Registrations = [.. records.Registrations, started],
                Letters = [.. records.Letters, letter],
                Untold = [.. records.Untold, CloudEvent.Of("registration.started", started, now), CloudEvent.Of("registration.code.sent", started, now)],
            }, new(started, null));
        }

        public (Records Then, Step Said) Complete(string id, string confirmation, DateTimeOffset now)
        {
            if (records.Registration(id) is not { } started)
                return (records, new(null, Refusal.NoSuchCode));
            if (started.CompletedAt is not null)
                return (records, new(started, null));
            if (started.Confirmation != confirmation.Trim())
                return (records, new(started, Refusal.WrongConfirmation));
            if (records.Registrations.Any(r => r.Code == started.Code && r.CompletedAt is not null))
                return (records, new(started, Refusal.Locked));

            var done = started with { CompletedAt = now };
            var completed = records with
            {
                Registrations = [.. records.Registrations.Select(r => r.Id == id ? done : r)],
                Untold = [.. records.Untold, CloudEvent.Of("registration.completed", done, now)],
            };
            // The old fault: "complete" was shown as soon as the registration was written, and the link to the account was somebody else's job.
            return (records.Fault ? completed : completed.Link(done, now), new(done, null));
        }

        private Records Link(Registration done, DateTimeOffset now) => records with
        {
            Accounts = [.. records.Accounts.Select(a => a.Id == done.AccountId ? a with { Linked = [.. a.Linked, done.Code] } : a)],
            Untold = [.. records.Untold, CloudEvent.Of("account.linked", done, now)],
        };
    }

    [GeneratedRegex(@"^YUKARI-\d{4}$")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+$")]
    private static partial Regex Address();
}
