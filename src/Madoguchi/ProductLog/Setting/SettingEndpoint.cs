using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.ProductLog.Setting;

/// <param name="Fields">Beside the subject: <c>data.</c> and the path, or the name of an extension.</param>
/// <param name="Facts">Facts of customers by which events are found: told, not proven.</param>
public sealed record SettingsBody(IReadOnlyList<string>? Fields = null, IReadOnlyList<string>? Facts = null, int? RetentionDays = null) : IChecked
{
    public const int MostNames = 20;
    public const int LongestName = 100;
    public const int ShortestDays = 1;
    public const int LongestDays = 3_650;

    public IEnumerable<(string Pointer, string Why)> Errors()
    {
        foreach (var (at, names) in new[] { ("/fields", Fields), ("/facts", Facts) })
        {
            if (names?.Count > MostNames)
                yield return (at, $"At most {MostNames}.");
            foreach (var (i, name) in (names ?? []).Index().Where(n => !IsName(n.Item)))
                yield return ($"{at}/{i}", $"A name without spaces is needed, at most {LongestName} characters: account, data.email.");
        }

        if (RetentionDays is < ShortestDays or > LongestDays)
            yield return ("/retentionDays", $"{ShortestDays} to {LongestDays} days.");
    }

    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) && !PlainText.HasDisguise(name);
}

/// <param name="Reindexing">Earlier events are being looked through for the new fields.</param>
public sealed record SettingsView(IReadOnlyList<string> Fields, IReadOnlyList<string> Facts, int RetentionDays, bool Reindexing);

public static class SettingEndpoint
{
    private const string Path = "/product-log/settings";

    public static void MapSetting(this IEndpointRouteBuilder administrators)
    {
        administrators.MapGet(Path, Read).WithName("readProductLogSettings").WithSummary("By which fields events find their customers, and how long events stay");
        administrators.MapPut(Path, Set).WithName("setProductLogSettings").WithSummary("Changes what is named. Earlier events are looked through for the new fields").ProducesProblem(422);
    }

    private static async Task<Ok<SettingsView>> Read(Db db, CancellationToken ct) => TypedResults.Ok(await db.ProductLogSettingsView(ct));

    private static async Task<Ok<SettingsView>> Set(Body<SettingsBody> body, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        return TypedResults.Ok(await writes.Write(db => db.SetProductLog(body.Value, now), ct));
    }
}
