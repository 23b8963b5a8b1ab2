using Madoguchi.Inbox.Working;

namespace Madoguchi.Inbox.Keys;

public static class KeysEndpoint
{
    public static void MapKeySheet(this IEndpointRouteBuilder desk) => desk.MapGet("/keys", (Sheets sheets) => sheets.Show<KeysSheet>());
}
