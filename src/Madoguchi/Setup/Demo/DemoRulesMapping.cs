using System.Globalization;
using Madoguchi.Desks;
using Madoguchi.ProductLog.Sending;
using Madoguchi.Rules.Keeping;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Setup.Demo;

/// <summary>The demo's product: registrations of three days, each followed by a link to the account, but for a few of the last night.</summary>
public static class DemoRulesMapping
{
    private const string Registered = "registration.completed";
    private const string Linked = "account.linked";
    private const string Source = "/minamo/registration";
    private const int All = 60;
    private const int Hit = 5;

    extension(Db db)
    {
        public async Task WatchProducts(CurrentAgent by, DateTimeOffset now)
        {
            await db.MakeRule(new NewRule("登録のあと、アカウント連携", new(Registered), new(Linked), "PT60S"), by, now);
            await db.Take([.. Enumerable.Range(0, All).SelectMany(i => Events(i, now))], now);
        }
    }

    private static IEnumerable<ToldEvent> Events(int index, DateTimeOffset now)
    {
        var who = string.Create(CultureInfo.InvariantCulture, $"minamo-{4100 + index * 37}");
        // The last few came close together: something had broken that night.
        var at = (index < All - Hit ? now.AddMinutes(-70 * (All - index)) : now.AddHours(-3).AddMinutes(-7 * (All - index))).ToMicroseconds();
        var data = $$"""{"product":"ミナモ ルーター R3","email":"{{who}}@example.com","language":"{{(index % 3 == 1 ? "en" : "ja")}}"}""";
        yield return new(Source, $"r-{who}", Registered, at, who, data, null);
        if (index < All - Hit)
            yield return new(Source, $"l-{who}", Linked, at.AddSeconds(2 + index % 30), who, data, null);
    }
}
