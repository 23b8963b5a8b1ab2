using System.Net;
using System.Net.Sockets;

namespace Madoguchi.Calls.Texting;

/// <summary>Addresses that lead into somebody's own network, and not out of it.</summary>
public static class PrivateNetwork
{
    private static readonly IPNetwork[] Ranges =
    [
        .. new[] { "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16", "fc00::/7", "fec0::/10", "fe80::/10", "ff00::/8" }
            .Select(IPNetwork.Parse),
    ];

    public static bool Contains(IPAddress address)
    {
        var one = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Ranges.Any(r => r.BaseAddress.AddressFamily == one.AddressFamily && r.Contains(one)) || one.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6);
    }
}
