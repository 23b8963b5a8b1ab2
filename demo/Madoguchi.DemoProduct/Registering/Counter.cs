using System.Globalization;
using System.Security.Cryptography;
using Madoguchi.DemoProduct.Telling;

namespace Madoguchi.DemoProduct.Registering;

/// <summary>Where the pages come to register: ids, chance and the clock are added here.</summary>
public sealed class Counter(RecordsFile file, Teller teller, TimeProvider clock)
{
    public Step Start(string code, string email, string language) =>
        Told(file.Change(r => r.Start(code, email, language, Guid.NewGuid().ToString("N")[..12], RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture), clock.GetUtcNow())));

    public Step Complete(string id, string confirmation) => Told(file.Change(r => r.Complete(id, confirmation, clock.GetUtcNow())));

    /// <summary>So many customers buy a kettle and register it, each with a code and an address of their own.</summary>
    public IReadOnlyList<Registration> Crowd(int count, string language)
    {
        var first = file.Now.Registrations.Count + 1;
        return [.. Enumerable.Range(first, count).Select(n => Start($"YUKARI-{5000 + n}", $"customer{n}@example.test", language).Registration).OfType<Registration>()
            .Select(r => Complete(r.Id, r.Confirmation).Registration).OfType<Registration>()];
    }

    public void Plant(bool fault) => file.Change(r => r with { Fault = fault });

    private Step Told(Step step)
    {
        teller.Ring();
        return step;
    }
}
