using System.Text.Json;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.ProductLog;

/// <summary>The log as an agent reads it.</summary>
public static class Log
{
    /// <summary>All that is found by a key, at a case opened for it.</summary>
    public static async Task<List<JsonElement>> Of(App app, string key)
    {
        var theCase = await Opened.At(app, Cast.Account);
        (await app.Admin.Put($"/api/v1/customers/{theCase.Number}/keys/account", new { value = key })).Was(200);
        return await Of(app.Admin, theCase);
    }

    public static async Task<List<JsonElement>> Of(HttpClient agent, Opened theCase, string query = "?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z") =>
        [.. (await agent.Get(theCase.Path + "/product-log" + query)).Was(200).Json.GetProperty("events").EnumerateArray()];

    public static IEnumerable<string> Ids(this IEnumerable<JsonElement> events) => events.Select(e => e.Text("id"));
}
