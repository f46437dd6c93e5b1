namespace Calcinosis.Rules.CdsHooks.Security;

/// <summary>A client's key set could not be fetched, so its tokens can be neither accepted nor refused on their merits.</summary>
internal sealed class KeysUnavailableException(Exception inner) : Exception("The client's key set could not be fetched.", inner);
